namespace StakeBot.Adapters.Paper.World;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014), read by index instead of one after another: the n-th number of a stream is the same whatever was
/// read before. System.Random may change its sequence between runtimes; this cannot.
/// </summary>
internal readonly struct NoiseStream(ulong seed)
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private const ulong BranchStep = 0xD1B5_4A32_D192_ED03;
    private const double Unit = 1.0 / (1UL << 53);
    private const int UniformsPerNormal = 12;
    private const int BitsPerUniform = 16;
    private const int Outputs = UniformsPerNormal * BitsPerUniform / 64;

    /// <summary>A stream of its own for each key.</summary>
    public NoiseStream Branch(int key) => new(Mix(unchecked(seed + ((ulong)(uint)key + 1) * BranchStep)));

    /// <summary>64 even bits: the output of SplitMix64 at that place of its sequence.</summary>
    public ulong Bits(int index) => Mix(unchecked(seed + ((ulong)(uint)index + 1) * Golden));

    /// <summary>Even between 0 and 1.</summary>
    public double Uniform(int index) => (Bits(index) >> 11) * Unit;

    /// <summary>
    /// Mean 0, standard deviation 1, within ±6: twelve even numbers added up (Irwin–Hall). Only integers are added, so that every processor
    /// gives the same bits, which logarithm and cosine would not promise.
    /// </summary>
    public double Normal(int index)
    {
        long sum = 0;
        for (int part = 0; part < Outputs; part++)
        {
            ulong bits = Bits(index * Outputs + part);
            for (int read = 0; read < 64; read += BitsPerUniform)
                sum += (long)((bits >> read) & ushort.MaxValue);
        }
        return (sum + UniformsPerNormal / 2.0) / (ushort.MaxValue + 1) - UniformsPerNormal / 2.0;
    }

    private static ulong Mix(ulong state)
    {
        unchecked
        {
            state = (state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9;
            state = (state ^ (state >> 27)) * 0x94D0_49BB_1331_11EB;
            return state ^ (state >> 31);
        }
    }
}
