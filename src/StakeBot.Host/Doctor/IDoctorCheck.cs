namespace StakeBot.Host.Doctor;

/// <summary>How something stands.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, and could be better.</summary>
    Warn,

    /// <summary>It does not work.</summary>
    Fail,
}

/// <summary>What a check found.</summary>
/// <param name="Health">How it stands.</param>
/// <param name="Sentence">What was found.</param>
/// <param name="Cure">What to do; null when there is nothing to do.</param>
internal sealed record Finding(Health Health, string Sentence, string? Cure = null)
{
    public static Finding Ok(string sentence) => new(Health.Ok, sentence);

    public static Finding Warn(string sentence, string cure) => new(Health.Warn, sentence, cure);

    public static Finding Fail(string sentence, string cure) => new(Health.Fail, sentence, cure);
}

/// <summary>One thing that the doctor looks at.</summary>
internal interface IDoctorCheck
{
    /// <summary>Two words at most.</summary>
    string Name { get; }

    /// <summary>Looks.</summary>
    Task<Finding> CheckAsync(CancellationToken ct);
}
