using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace StakeBot.Bot.Secrets;

/// <summary>
/// A text that must not be seen: a key, a token. It shows as <c>***</c> wherever something prints it (logs, exceptions, JSON, the debugger), and is
/// compared with nothing. <see cref="Reveal"/> is for the one place that sends it where it belongs.
/// </summary>
[DebuggerDisplay("***")]
[JsonConverter(typeof(SecretJsonConverter))]
[TypeConverter(typeof(SecretTypeConverter))]
public sealed class Secret(string value)
{
    private const string Hidden = "***";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value = value;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(_value);

    /// <summary>The text itself, for the one who sends or encrypts it. Never for a log, a message or an exception.</summary>
    public string Reveal() => _value;

    public override string ToString() => Hidden;
}
