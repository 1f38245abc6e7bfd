using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using StakeBot.NumeraiFake.Simulation;

namespace StakeBot.NumeraiFake.Wire;

/// <summary>Runs a request against the schema and words the result as Numerai does.</summary>
internal sealed class Executor(ISchema schema)
{
    private readonly DocumentExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new();

    /// <summary>The fields of the root that a query asks for; none when it cannot be read.</summary>
    public static (bool IsMutation, IReadOnlyList<string> Fields) Operation(string query)
    {
        try
        {
            GraphQLOperationDefinition operation = Parser.Parse(query).Definitions.OfType<GraphQLOperationDefinition>().First();
            return (
                operation.Operation == OperationType.Mutation,
                [.. operation.SelectionSet.Selections.OfType<GraphQLField>().Select(field => field.Name.StringValue)]);
        }
        catch (Exception fault) when (fault is GraphQLParser.Exceptions.GraphQLParserException or InvalidOperationException)
        {
            return (false, []);
        }
    }

    /// <summary>The status and the body.</summary>
    public async Task<(int Status, string Body)> RunAsync(GraphQlRequest request, FakeToken? token)
    {
        ExecutionResult result = await _executer.ExecuteAsync(options =>
        {
            options.Schema = schema;
            options.Query = request.Query;
            options.OperationName = request.OperationName;
            options.Variables = request.Variables is { ValueKind: JsonValueKind.Object } variables
                ? _serializer.Deserialize<Inputs>(variables.GetRawText())
                : null;
            options.UserContext = new Dictionary<string, object?> { ["token"] = token };
        });
        if (result.Errors is not { Count: > 0 } errors)
            return (200, Serialize(result));
        JsonArray listed = [.. errors.Select(Shape)];
        if (!result.Executed)
            return (400, new JsonObject { ["errors"] = listed }.ToJsonString());
        JsonNode? data = JsonNode.Parse(Serialize(result))?["data"]?.DeepClone();
        return (200, new JsonObject { ["data"] = data, ["errors"] = listed }.ToJsonString());
    }

    private string Serialize(ExecutionResult result) => _serializer.Serialize(result);

    private static JsonNode Shape(ExecutionError error)
    {
        string message = error.InnerException is RefusedException or NotSupportedException ? error.InnerException.Message : error.Message.Replace('\'', '"');
        JsonObject shape = new() { ["message"] = message };
        if (error.Locations is { } locations)
            shape["locations"] = new JsonArray([.. locations.Select(at => new JsonObject { ["line"] = at.Line, ["column"] = at.Column })]);
        if (error.Path is { } path)
            shape["path"] = new JsonArray([.. path.Select(part => JsonValue.Create(part.ToString()))]);
        return shape;
    }
}
