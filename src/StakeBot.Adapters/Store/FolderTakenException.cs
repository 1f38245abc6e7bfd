namespace StakeBot.Adapters.Store;

/// <summary>The data folder cannot be used. The message is one sentence for people.</summary>
public sealed class FolderTakenException(string message, Exception cause) : Exception(message, cause);
