using System.ComponentModel;
using System.Globalization;

namespace StakeBot.Bot.Secrets;

/// <summary>Lets settings bind to a secret. Only in: the way back gives stars.</summary>
internal sealed class SecretTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? new Secret(text) : base.ConvertFrom(context, culture, value);
}
