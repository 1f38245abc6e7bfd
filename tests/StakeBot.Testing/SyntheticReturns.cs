namespace StakeBot.Testing;

/// <summary>
/// Returns of n made-up models over 2n rounds, bit for bit the same on every machine: five factors, a model's own noise, clamped to ±5 %, so that some
/// values tie. Only + − × and 64-bit integers, in a fixed order.
/// </summary>
public static class SyntheticReturns
{
    private const int Factors = 5;

    /// <summary>Row-major, 2n rounds × n models; the seed is 1000 + n.</summary>
    public static double[] Generate(int n)
    {
        int rounds = 2 * n;
        ulong seed = (ulong)(1000 + n), position = 0;
        double[] mean = Normals(n);
        for (int i = 0; i < n; i++)
            mean[i] = 0.002 + 0.002 * mean[i];
        double[] loading = Normals(n * Factors);
        for (int i = 0; i < loading.Length; i++)
            loading[i] = 0.004 * loading[i];
        for (int i = 0; i < n; i++)
            loading[i * Factors] += 0.010;
        double[] noise = Normals(n);
        for (int i = 0; i < n; i++)
            noise[i] = 0.008 + 0.002 * Math.Abs(noise[i]);
        double[] factor = Normals(rounds * Factors);
        double[] shock = Normals(rounds * n);

        double[] returns = new double[rounds * n];
        for (int t = 0; t < rounds; t++)
        {
            for (int i = 0; i < n; i++)
            {
                double x = mean[i];
                for (int k = 0; k < Factors; k++)
                    x += factor[t * Factors + k] * loading[i * Factors + k];
                x += noise[i] * shock[t * n + i];
                returns[t * n + i] = Math.Clamp(x, -0.05, 0.05);
            }
        }
        return returns;

        double Uniform(ulong index)
        {
            unchecked
            {
                ulong z = seed + (index + 1) * 0x9E3779B97F4A7C15UL;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
                z ^= z >> 31;
                return (z >> 11) * (1.0 / (1UL << 53));
            }
        }

        double Normal()
        {
            double x = Uniform(position);
            for (ulong j = 1; j < 12; j++)
                x += Uniform(position + j);
            position += 12;
            return x - 6.0;
        }

        double[] Normals(int count)
        {
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++)
                numbers[i] = Normal();
            return numbers;
        }
    }
}
