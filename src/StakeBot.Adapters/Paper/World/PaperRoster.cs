using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.World;

/// <summary>
/// The simulated models, the account's and some of others. Calibration: public Classic scores of rounds 843–1188 (23 models with 200 rounds or more), 20-day corr with mean
/// 0.010..0.023 and sd 0.016..0.022, 20-day mmc with mean −0.005..0.006 and sd 0.006..0.012, correlation of the two 0.25..0.8.
/// <para>
/// Assumption, because no public history of 60-day scores exists: a 60-day score has the mean and the deviation of the 20-day one. (Were each
/// day's edge to last for ever, its mean would grow by √3; were all of it spent in the first 20 days, it would shrink by √3. The deviation of a
/// correlation does not depend on the horizon.) The means of the ten measured user models are halved: they were chosen afterwards among the best.
/// </para>
/// <para>
/// Signals has no public history at all. Its scores are scaled by the payout factor in force such that a round returns 0.1–0.8 % of the stake
/// (one standard deviation), with the clip of 1.7 % as a rare guest of the wildest model.
/// </para>
/// </summary>
internal static class PaperRoster
{
    private const double SignalsReferenceFactor = 0.2;

    /// <summary>The eight Classic and four Signals models.</summary>
    /// <param name="signalsFactor">The payout factor of Signals, above 0.</param>
    public static IReadOnlyList<ModelTraits> Models(double signalsFactor)
    {
        double scale = SignalsReferenceFactor / signalsFactor;
        return
        [
            Classic(1, "KESTREL", (0.0120, 0.0170), (0.0028, 0.0058), 0.40, 1.2, (Factor.Common, 0.50), (Factor.Contrarian, 0.30)),
            Classic(2, "HERON", (0.0105, 0.0160), (0.0025, 0.0106), 0.55, 1.5, (Factor.Common, 0.45), (Factor.Contrarian, 0.75)),
            Classic(3, "OSPREY", (0.0105, 0.0165), (0.0018, 0.0083), 0.45, 1.3, (Factor.Common, 0.45), (Factor.Contrarian, 0.72)),
            Classic(4, "WREN", (0.0110, 0.0170), (0.0022, 0.0060), 0.30, 0.9, (Factor.Common, 0.45), (Factor.Benchmark, -0.30)),
            Classic(5, "FINCH", (0.0080, 0.0200), (0.0006, 0.0095), 0.65, 1.4, (Factor.Common, 0.40), (Factor.Benchmark, 0.77), (Factor.Twins, 0.46)),
            Classic(6, "SWIFT", (0.0078, 0.0198), (0.0005, 0.0094), 0.65, 1.4, (Factor.Common, 0.40), (Factor.Benchmark, 0.77), (Factor.Twins, 0.46)),
            Classic(7, "PLOVER", (0.0075, 0.0180), (-0.0003, 0.0085), 0.45, 1.3, (Factor.Common, 0.40), (Factor.Benchmark, 0.75)) with
            {
                Missed = [1399, 1402, 1403],
            },
            Classic(8, "MERLIN", (0.0065, 0.0190), (-0.0032, 0.0070), 0.40, 1.2, (Factor.Common, 0.35), (Factor.Benchmark, 0.68)),
            Signals(1, "GANNET", scale, (0.0060, 0.0110), (0.0012, 0.0065), 0.35, (Factor.Signals, 0.50)),
            Signals(2, "PETREL", scale, (0.0070, 0.0180), (0.0018, 0.0110), 0.40, (Factor.Signals, 0.60)) with
            {
                MissShare = 0.006,
            },
            Signals(3, "TERN", scale, (0.0080, 0.0500), (0.0025, 0.0340), 0.45, (Factor.Signals, 0.45)),
            Signals(4, "CURLEW", scale, (0.0040, 0.0140), (-0.0004, 0.0080), 0.40, (Factor.Signals, 0.35)) with
            {
                FirstRound = new RoundNumber(1130),
            },
        ];
    }

    /// <summary>Two Classic and two Signals models of other stakers, which everybody can see and the account does not hold.</summary>
    /// <param name="signalsFactor">The payout factor of Signals, above 0.</param>
    public static IReadOnlyList<ModelTraits> Others(double signalsFactor)
    {
        double scale = SignalsReferenceFactor / signalsFactor;
        return
        [
            Classic(101, "KINGFISHER", (0.0115, 0.0165), (0.0026, 0.0072), 0.40, 1.1, (Factor.Common, 0.40), (Factor.Contrarian, 0.20)),
            Classic(102, "CORMORANT", (0.0070, 0.0185), (-0.0010, 0.0080), 0.45, 1.3, (Factor.Common, 0.40), (Factor.Benchmark, 0.72)),
            Signals(101, "SHEARWATER", scale, (0.0065, 0.0120), (0.0015, 0.0070), 0.40, (Factor.Signals, 0.45)),
            Signals(102, "DUNLIN", scale, (0.0070, 0.0160), (0.0010, 0.0090), 0.40, (Factor.Signals, 0.40)) with
            {
                FirstRound = new RoundNumber(1220),
            },
        ];
    }

    private static ModelTraits Classic(
        int number,
        string name,
        (double Mean, double Deviation) corr,
        (double Mean, double Deviation) mmc,
        double coupling,
        double spellDepth,
        params (Factor, double)[] loadings) => new()
        {
            Model = ModelOf(Tournament.Classic, number, name),
            Skill = new ScoreTrait(ScoreName.Corr60, corr.Mean, corr.Deviation),
            Contribution = new ScoreTrait(ScoreName.Mmc60, mmc.Mean, mmc.Deviation),
            Coupling = coupling,
            SpellDepth = spellDepth,
            Loadings = loadings,
        };

    private static ModelTraits Signals(
        int number,
        string name,
        double scale,
        (double Mean, double Deviation) alpha,
        (double Mean, double Deviation) mpc,
        double coupling,
        params (Factor, double)[] loadings) => new()
        {
            Model = ModelOf(Tournament.Signals, number, name),
            Skill = new ScoreTrait(ScoreName.Alpha, alpha.Mean * scale, alpha.Deviation * scale),
            Contribution = new ScoreTrait(ScoreName.Mpc, mpc.Mean * scale, mpc.Deviation * scale),
            Coupling = coupling,
            Loadings = loadings,
        };

    private static Model ModelOf(Tournament tournament, int number, string name) =>
        new(new ModelId($"9a9e7000-0000-4000-8000-0000{(int)tournament:0000}{number:0000}"), name, tournament);
}
