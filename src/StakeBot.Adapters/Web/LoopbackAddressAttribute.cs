using System.ComponentModel.DataAnnotations;
using System.Net;

namespace StakeBot.Adapters.Web;

/// <summary>Admits only addresses that no other machine can reach.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LoopbackAddressAttribute : ValidationAttribute
{
    /// <summary>The address behind a text; null when it is none, or one that others can reach.</summary>
    public static IPAddress? Parse(string? text)
    {
        if (string.Equals(text, "localhost", StringComparison.OrdinalIgnoreCase))
            return IPAddress.Loopback;
        return IPAddress.TryParse(text, out IPAddress? address) && IPAddress.IsLoopback(address) ? address : null;
    }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        Parse(value as string) is not null
            ? ValidationResult.Success
            : new ValidationResult(
                $"Web:Address is \"{value}\", which is not an address of this machine alone. The web chat has no login: "
                + "whoever reaches it commands the bot. Set a loopback address, such as 127.0.0.1.");
}
