using System.Numerics;

namespace StakeBot.Core.Money;

/// <summary>What lists of quantities can do.</summary>
public static class Quantities
{
    extension<T>(IEnumerable<T> quantities)
        where T : IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
    {
        /// <summary>The sum; the quantity's zero when there is none.</summary>
        public T Total
        {
            get
            {
                T total = T.AdditiveIdentity;
                foreach (T quantity in quantities)
                    total += quantity;
                return total;
            }
        }
    }
}
