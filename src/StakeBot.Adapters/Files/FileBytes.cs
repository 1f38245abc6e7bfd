namespace StakeBot.Adapters.Files;

/// <summary>The bytes of a file that a person named.</summary>
internal static class FileBytes
{
    private const int MegaByte = 1_000_000;
    private const int MostMegaBytes = 100;

    public static byte[]? Read(string path, FileProblems problems)
    {
        if (Directory.Exists(path))
            return Refuse(problems, $"{path} is a folder. Name the csv file in it.");
        if (!File.Exists(path))
            return Refuse(problems, $"{path} does not exist. Check the name, and the folder that StakeBot was started in.");
        try
        {
            long size = new FileInfo(path).Length;
            return size > (long)MostMegaBytes * MegaByte
                ? Refuse(problems, $"{path} has {size / MegaByte} MB; StakeBot reads at most {MostMegaBytes} MB. Keep the models and rounds that you need.")
                : File.ReadAllBytes(path);
        }
        catch (UnauthorizedAccessException)
        {
            return Refuse(problems, $"{path} may not be read by this user. Change its permissions.");
        }
        catch (IOException cause)
        {
            return Refuse(problems, $"{path} cannot be read: {cause.Message} Close the program that holds it, and try again.");
        }
    }

    private static byte[]? Refuse(FileProblems problems, string sentence)
    {
        problems.Add(sentence);
        return null;
    }
}
