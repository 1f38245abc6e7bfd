using System.Numerics.Tensors;

namespace StakeBot.Core.Risk.Settling;

/// <summary>What one holding's rounds are predicted to return.</summary>
/// <param name="Prediction">The prediction that it rests on.</param>
/// <param name="Returns">The return of each target, clipped.</param>
internal readonly record struct HoldingForecast(RoundPrediction Prediction, ClippedNormal[] Returns)
{
    public static HoldingForecast Of(Holding holding, ReturnScale scale, Knowledge knowledge)
    {
        int column = holding.Column;
        (RoundPrediction prediction, double[] expected) = holding.Tournament.Predict(holding.Stake.Model.Id, column, scale.Mean[column], knowledge);
        double clip = holding.Tournament.Priced.Rule.Clip;
        return new HoldingForecast(prediction, [.. expected.Select((mean, t) => ClippedNormal.Of(mean, Error(t), clip))]);

        double Error(int t) => Math.Sqrt(
            scale.Covariance(column, column) * TensorPrimitives.SumOfSquares<double>(prediction.Root[t])
            + scale.OfMeans(column, column) * prediction.OfMean[t] * prediction.OfMean[t]);
    }
}
