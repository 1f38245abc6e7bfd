namespace StakeBot.Bot.Ports.Secrets;

/// <summary>Which secret. What is kept is bound to it: a row that is moved to another name cannot be read there.</summary>
public sealed record SecretName
{
    /// <summary>A name.</summary>
    /// <param name="account">Whose it is, such as <c>numerai</c>: lower case letters, digits and hyphens.</param>
    /// <param name="field">What it is, such as <c>reading-key</c>: the same.</param>
    /// <exception cref="ArgumentException">Another character.</exception>
    public SecretName(string account, string field)
    {
        Account = Checked(account);
        Field = Checked(field);
    }

    /// <summary>Whose it is.</summary>
    public string Account { get; }

    /// <summary>What it is.</summary>
    public string Field { get; }

    /// <summary><c>account/field</c>.</summary>
    public string Key => $"{Account}/{Field}";

    private static string Checked(string part) =>
        part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? part
            : throw new ArgumentException("A part of a secret's name has lower case letters, digits and hyphens.", nameof(part));
}
