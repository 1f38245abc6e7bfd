using System.ComponentModel.DataAnnotations;

namespace StakeBot.Adapters.Store;

/// <summary>Where the bot keeps what it must not forget.</summary>
public sealed class StoreOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Store";

    /// <summary>The data folder; relative to the working directory.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Store:Folder is empty. Name a folder, such as data.")]
    public string Folder { get; set; } = "data";
}
