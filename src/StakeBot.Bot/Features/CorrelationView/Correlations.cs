using StakeBot.Bot.Funds;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Features.CorrelationView;

/// <summary>Correlations of window results as observed (not shrunk), models that move together side by side.</summary>
internal sealed record Correlations(IReadOnlyList<string> Models, double[] Values)
{
    public double this[int row, int column] => Values[row * Models.Count + column];

    public static Correlations Of(Fund fund, IReadOnlyList<string>? only)
    {
        if (fund.Moments is not { } moments)
            return new Correlations([], []);
        FundHistory history = fund.History;
        int all = history.Models.Count;
        int[] asked =
        [
            .. Enumerable.Range(0, all)
                .Where(i => only is null || only.Contains(history.Models[i].Name, StringComparer.OrdinalIgnoreCase)),
        ];
        double Correlation(int i, int j)
        {
            double scale = Math.Sqrt(moments.SampleCovariance[i * all + i] * moments.SampleCovariance[j * all + j]);
            return scale > 0 ? Math.Clamp(moments.SampleCovariance[i * all + j] / scale, -1, 1) : double.NaN;
        }
        int[] order = SideBySide(asked, Correlation);
        double[] values = new double[order.Length * order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            for (int j = 0; j < order.Length; j++)
                values[i * order.Length + j] = i == j ? 1 : Correlation(order[i], order[j]);
        }
        return new Correlations([.. order.Select(i => fund.NameOf(history.Models[i]))], values);
    }

    /// <summary>Every pair once, the highest correlation first.</summary>
    public IEnumerable<(string Left, string Right, double Correlation)> Pairs()
    {
        List<(string, string, double Correlation)> pairs = [];
        for (int i = 0; i < Models.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!double.IsNaN(this[i, j]))
                    pairs.Add((Models[j], Models[i], this[i, j]));
            }
        }
        return pairs.OrderByDescending(pair => pair.Correlation);
    }

    // Starts with the model that is nearest to all others and goes on to the nearest one left: neighbours in the picture are neighbours in the data.
    private static int[] SideBySide(int[] models, Func<int, int, double> correlation)
    {
        List<int> left = [.. models];
        if (left.Count == 0)
            return [];
        int current = left.MaxBy(i => models.Sum(j => Known(correlation(i, j))));
        List<int> order = [];
        while (true)
        {
            order.Add(current);
            left.Remove(current);
            if (left.Count == 0)
                return [.. order];
            int from = current;
            current = left.MaxBy(j => Known(correlation(from, j)));
        }
    }

    private static double Known(double correlation) => double.IsNaN(correlation) ? -1 : correlation;
}
