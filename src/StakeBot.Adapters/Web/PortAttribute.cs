using System.ComponentModel.DataAnnotations;
using System.Net;

namespace StakeBot.Adapters.Web;

/// <summary>Admits only ports. The framework's own range rule would name a property where people know a key.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PortAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort
            ? ValidationResult.Success
            : new ValidationResult($"Web:Port is {value}; it must be from 0 (any free port) to {IPEndPoint.MaxPort}, such as 5080.");
}
