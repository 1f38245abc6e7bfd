using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>NMR of one model at risk in one round; more than zero.</summary>
internal readonly record struct Position(RoundNumber Round, Nmr AtRisk);
