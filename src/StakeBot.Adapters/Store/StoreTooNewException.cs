namespace StakeBot.Adapters.Store;

/// <summary>The store was written by a newer StakeBot, whose records this one might misunderstand.</summary>
public sealed class StoreTooNewException(string file, int found, int known) : StoreStartException(
    $"The store {file} was written by a newer StakeBot (its format is {found}, this program knows up to {known}). Start the newer program, or restore an older backup.");
