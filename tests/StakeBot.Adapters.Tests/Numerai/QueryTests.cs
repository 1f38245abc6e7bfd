using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>Every query of the folder fits the schema as it is known.</summary>
public sealed class QueryTests
{
    private static readonly ISchema Schema = NumeraiSchema.Build(new Dictionary<string, Answer>());

    public static TheoryData<string> Names => [.. Operation.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_query_fits_the_schema(string name)
    {
        Operation operation = Operation.All.Single(one => one.Name == name);

        Assert.Empty(await ErrorsAsync(operation.Text));
        GraphQLOperationDefinition definition = Assert.Single(Parser.Parse(operation.Text).Definitions.OfType<GraphQLOperationDefinition>());
        GraphQLField root = Assert.IsAssignableFrom<GraphQLField>(Assert.Single(definition.SelectionSet.Selections));
        Assert.Equal((operation.Field, operation.Name), (root.Name.StringValue, definition.Name!.StringValue));
    }

    [Fact]
    public void Every_file_of_the_folder_is_a_query_that_is_used() => Assert.Equal(
        typeof(Operation).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".graphql", StringComparison.Ordinal)).Order(),
        Operation.All.Select(operation => $"StakeBot.Numerai.Queries/{operation.Name}.graphql").Order());

    [Fact]
    public void Only_one_of_them_changes_anything() => Assert.Equal(
        [Operation.ChangeStake],
        Operation.All.Where(operation => Parser.Parse(operation.Text).Definitions.OfType<GraphQLOperationDefinition>().Any(one => one.Operation == OperationType.Mutation)));

    [Theory]
    [InlineData("query A { account { name } }")]
    [InlineData("query A { v3StakeConfig { address } }")]
    [InlineData("mutation A { v2ChangeStake(modelId: \"a\", type: \"increase\", value: \"1\") { id } }")]
    public async Task The_check_finds_what_does_not_fit(string query) => Assert.NotEmpty(await ErrorsAsync(query));

    private static async Task<IReadOnlyList<ExecutionError>> ErrorsAsync(string query)
    {
        GraphQLDocument document = Parser.Parse(query);
        IValidationResult result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = Schema,
            Document = document,
            Operation = document.Definitions.OfType<GraphQLOperationDefinition>().First(),
            Rules = DocumentValidator.CoreRules,
            Variables = Inputs.Empty,
            CancellationToken = TestContext.Current.CancellationToken,
        });
        // Which values the variables have is not known here: that they are missing is no fault of the query.
        return [.. result.Errors.Where(error => error is not InvalidVariableError)];
    }
}
