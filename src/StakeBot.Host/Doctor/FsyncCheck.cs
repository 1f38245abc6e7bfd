using System.Globalization;

namespace StakeBot.Host.Doctor;

/// <summary>How long the disk takes to make a write durable. Every change waits for it a few times.</summary>
internal sealed class FsyncCheck(string folder, TimeProvider time) : IDoctorCheck
{
    private const int Writes = 20;
    private const int PageBytes = 8192;
    private const double SlowMilliseconds = 50;

    public string Name => "disk speed";

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        string file = Path.Combine(Directory.Exists(folder) ? folder : Path.GetTempPath(), $".doctor-{Guid.NewGuid():N}");
        try
        {
            double median = await MedianAsync(file, ct);
            string sentence = string.Create(CultureInfo.InvariantCulture, $"A durable write takes {median:F2} ms (median of {Writes}).");
            return median <= SlowMilliseconds ? Finding.Ok(sentence) : Finding.Warn(sentence, "Keep the data on a local disk that is not shared.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Finding.Fail("A durable write failed.", "Look at the disk: it may be full, read only, or broken.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<double> MedianAsync(string file, CancellationToken ct)
    {
        byte[] page = new byte[PageBytes];
        List<double> milliseconds = [];
        await using FileStream stream = new(file, FileMode.CreateNew);
        for (int write = 0; write < Writes; write++)
        {
            long start = time.GetTimestamp();
            await stream.WriteAsync(page, ct);
            stream.Flush(flushToDisk: true);
            milliseconds.Add(time.GetElapsedTime(start).TotalMilliseconds);
        }
        return milliseconds.Order().ElementAt(Writes / 2);
    }
}
