using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace StakeBot.NumeraiFake.Wire;

/// <summary>A field's answer, made when it is asked for.</summary>
internal delegate object? Answer(IResolveFieldContext field);

/// <summary>The schema out of its definition. It refuses what is not in it, and says so when the fake has no answer for something that is.</summary>
internal static class NumeraiSchema
{
    private static readonly string[] Scalars = ["Nmr", "Usd", "Time", "Date"];

    public static string Definition { get; } = ReadDefinition();

    /// <param name="roots">The answers of queries and mutations, by name.</param>
    public static ISchema Build(IReadOnlyDictionary<string, Answer> roots)
    {
        Schema schema = Schema.For(Definition);
        foreach (string scalar in Scalars)
            schema.RegisterType(new PlainScalar(scalar));
        schema.Initialize();
        foreach (IObjectGraphType type in schema.AllTypes.OfType<IObjectGraphType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            bool isRoot = type == schema.Query || type == schema.Mutation;
            foreach (FieldType field in type.Fields)
                field.Resolver = isRoot ? Root(field.Name, roots) : Child(type.Name, field.Name);
        }
        return schema;
    }

    private static FuncFieldResolver<object> Root(string name, IReadOnlyDictionary<string, Answer> roots) =>
        new(field => roots.TryGetValue(name, out Answer? answer) ? answer(field) : throw new NotSupportedException($"The fake does not answer {name}."));

    private static FuncFieldResolver<object> Child(string type, string name) => new(field =>
    {
        if (field.Source is not IReadOnlyDictionary<string, object?> values || !values.TryGetValue(name, out object? value))
            throw new NotSupportedException($"The fake does not answer {type}.{name}.");
        return value is Answer answer ? answer(field) : value;
    });

    private static string ReadDefinition()
    {
        using Stream stream = typeof(NumeraiSchema).Assembly.GetManifestResourceStream("numerai.schema.graphql")
            ?? throw new InvalidOperationException("The schema is not in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
