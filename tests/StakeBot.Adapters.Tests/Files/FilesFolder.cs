using System.Text;

namespace StakeBot.Adapters.Tests.Files;

/// <summary>A folder for the files of one test; gone with it.</summary>
public abstract class FilesFolder : IDisposable
{
    internal const string Prefix = "stakebot-files-";

    private readonly string _folder = Directory.CreateTempSubdirectory(Prefix).FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string PathOf(string name) => Path.Combine(_folder, name);

    protected string Write(string text, string name = "file.csv") => Write(Encoding.UTF8.GetBytes(text), name);

    protected string Write(byte[] bytes, string name = "file.csv")
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }
}
