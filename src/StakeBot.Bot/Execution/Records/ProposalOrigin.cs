namespace StakeBot.Bot.Execution.Records;

/// <summary>Why a proposal was made.</summary>
internal enum ProposalOrigin
{
    /// <summary>Somebody asked for it.</summary>
    Person,

    /// <summary>A limit was broken or a weight had drifted.</summary>
    Threshold,

    /// <summary>The calendar asked for it.</summary>
    Schedule,

    /// <summary>It takes back another one as far as that is possible.</summary>
    Compensation,
}
