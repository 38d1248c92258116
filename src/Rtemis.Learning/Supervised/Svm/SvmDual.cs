namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// The quadratic problem behind a support vector machine and the point that its solver is at: minimise half the sum of b_i b_j K_ij plus the sum of
/// l_i b_i, with the sum of b at zero, where b is the signed multiplier: between 0 and the cost for a variable of sign +1, between minus the cost and
/// 0 for one of sign -1. The variables that the solver still looks at come first; a swap keeps each array in step.
/// </summary>
sealed class SvmDual
{
    /// <summary>A problem at its start, all multipliers at zero.</summary>
    /// <param name="cases">The kernel row that each variable belongs to.</param>
    /// <param name="signs">+1 or -1, one a variable.</param>
    /// <param name="linear">The linear term, one a variable.</param>
    /// <param name="cost">The bound of each multiplier, above 0.</param>
    /// <param name="diagonal">The kernel value of each variable's case with itself.</param>
    public SvmDual(int[] cases, double[] signs, double[] linear, double cost, double[] diagonal)
    {
        Count = Active = cases.Length;
        Cost = cost;
        (Cases, Signs, Linear, Diagonal) = (cases, signs, linear, diagonal);
        Gradient = [.. linear];
        BoundGradient = new double[Count];
        Multipliers = new double[Count];
        Order = [.. Enumerable.Range(0, Count)];
        UpShut = new double[Count];
        DownShut = new double[Count];
        for (var k = 0; k < Count; k++) Mark(k);
    }

    /// <summary>The number of variables.</summary>
    public int Count { get; }

    /// <summary>How many of them, the first ones, the solver looks at.</summary>
    public int Active { get; set; }

    /// <summary>Whether the variables are still where they began.</summary>
    public bool InOrder { get; private set; } = true;

    /// <summary>The bound of each multiplier.</summary>
    public double Cost { get; }

    /// <summary>The kernel row of each variable.</summary>
    public int[] Cases { get; }

    /// <summary>The sign of each variable.</summary>
    public double[] Signs { get; }

    /// <summary>The linear term.</summary>
    public double[] Linear { get; }

    /// <summary>The kernel value of each variable's case with itself.</summary>
    public double[] Diagonal { get; }

    /// <summary>The derivative by each signed multiplier; right for the active variables only.</summary>
    public double[] Gradient { get; }

    /// <summary>The part of the gradient that comes from multipliers at the cost.</summary>
    public double[] BoundGradient { get; }

    /// <summary>The signed multipliers.</summary>
    public double[] Multipliers { get; }

    /// <summary>The place where each variable began.</summary>
    public int[] Order { get; }

    /// <summary>0 where the multiplier may still grow, else minus infinity: added to a score, it takes the variable out.</summary>
    public double[] UpShut { get; }

    /// <summary>0 where the multiplier may still fall, else minus infinity.</summary>
    public double[] DownShut { get; }

    /// <summary>Whether the multiplier's size is the cost.</summary>
    public bool IsAtCost(int k) => Math.Abs(Multipliers[k]) >= Cost;

    /// <summary>Whether the multiplier is off both bounds.</summary>
    public bool IsFree(int k) => UpShut[k] == 0 && DownShut[k] == 0;

    /// <summary>The largest value of a multiplier.</summary>
    public double Highest(int k) => Signs[k] > 0 ? Cost : 0;

    /// <summary>The smallest value of a multiplier.</summary>
    public double Lowest(int k) => Signs[k] > 0 ? 0 : -Cost;

    /// <summary>Notes the ways that a variable's multiplier can go.</summary>
    public void Mark(int k)
    {
        UpShut[k] = Multipliers[k] < Highest(k) ? 0 : double.NegativeInfinity;
        DownShut[k] = Multipliers[k] > Lowest(k) ? 0 : double.NegativeInfinity;
    }

    /// <summary>Lets two variables change places.</summary>
    public void Swap(int i, int j)
    {
        InOrder = false;
        Swap(Cases, i, j);
        Swap(Order, i, j);
        foreach (var array in (ReadOnlySpan<double[]>)[Signs, Linear, Diagonal, Gradient, BoundGradient, Multipliers, UpShut, DownShut]) Swap(array, i, j);
    }

    static void Swap<T>(T[] array, int i, int j) => (array[i], array[j]) = (array[j], array[i]);
}
