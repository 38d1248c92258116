namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// The largest improvement of a node's split that any variable's search has come upon so far. What cannot reach it need not be looked at: whichever
/// thread is ahead, the best split of all is found, and the first of several equal ones.
/// </summary>
sealed class BestGain
{
    double _value;

    /// <summary>The largest improvement so far; 0 at first.</summary>
    public double Value => Volatile.Read(ref _value);

    /// <summary>Takes note of an improvement.</summary>
    public void Raise(double improvement)
    {
        for (var seen = Value; improvement > seen; seen = Value) Interlocked.CompareExchange(ref _value, improvement, seen);
    }
}
