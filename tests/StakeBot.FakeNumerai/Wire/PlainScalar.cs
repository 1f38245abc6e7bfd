using GraphQL.Types;
using GraphQLParser.AST;

namespace StakeBot.NumeraiFake.Wire;

/// <summary>A scalar of the schema that goes in and out as it is.</summary>
internal sealed class PlainScalar : ScalarGraphType
{
    public PlainScalar(string name) => Name = name;

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => text.Value.ToString(),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value;
}
