using System.Buffers;
using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// The best threshold for the Gini impurity of two classes where every case counts once: one running count says all, and a block of cuts is passed
/// over where even its largest surplus of a class on one side could not gain enough.
/// </summary>
ref struct UnweightedGini
{
    // Cases within which the surplus is taken to go as far as it can: their sum is cheap, and few beside those of a node worth a bound.
    const int Stride = 64;

    // More than rounding can add to an impurity, as a share of the cases.
    const double Rounding = 1e-13;

    readonly ReadOnlySpan<int> _cases;
    readonly ReadOnlySpan<double> _values;
    readonly Span<byte> _codes;
    readonly Span<double> _memory;
    readonly int _seconds;
    readonly double _undivided;
    double _best;
    Side _low;
    int _cut;

    UnweightedGini(byte[] codes, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, Span<byte> gathered, Span<double> memory)
    {
        _cases = cases;
        _values = values;
        _codes = gathered;
        _memory = memory;
        _cut = -1;
        // Random reads once; what follows runs over the copies.
        var seconds = 0;
        for (var i = 0; i < cases.Length; i++) seconds += gathered[i] = codes[cases[i]];
        _seconds = seconds;
        _undivided = _best = new ClassWeights([0, 0], [cases.Length - _seconds, _seconds]).Undivided;
    }

    /// <summary>The best threshold, or null if none gains anything.</summary>
    /// <param name="variable">The variable's position.</param>
    /// <param name="codes">The class of all cases: 0 or 1.</param>
    /// <param name="cases">The node's cases that have the variable, in its order.</param>
    /// <param name="values">The variable's values of all cases.</param>
    /// <param name="minBucket">The fewest cases on either side.</param>
    /// <param name="found">What other variables gain.</param>
    public static SplitCandidate? Best(int variable, byte[] codes, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, int minBucket, BestGain found)
    {
        var gathered = ArrayPool<byte>.Shared.Rent(cases.Length);
        var memory = ArrayPool<double>.Shared.Rent(GiniScan.MemoryFor(2) + GiniScan.Block);
        var search = new UnweightedGini(codes, cases, values, gathered.AsSpan(0, cases.Length), memory);
        search.Run(minBucket, found);
        ArrayPool<byte>.Shared.Return(gathered);
        ArrayPool<double>.Shared.Return(memory);
        if (search._cut < 0) return null;
        var threshold = (values[cases[search._cut]] + values[cases[search._cut + 1]]) / 2;
        return new SplitCandidate(new SplitRule(variable, threshold, search._low), search._undivided - search._best);
    }

    void Run(int minBucket, BestGain found)
    {
        // The count of the second class on the left less its expectation, times the number of cases: a whole number.
        long surplus = 0;
        var left = 0;
        for (var start = 0; start < _codes.Length - minBucket; start += GiniScan.Block)
        {
            var block = _codes.Slice(start, Math.Min(GiniScan.Block, _codes.Length - minBucket - start));
            var (largest, seconds) = Extend(block, ref surplus);
            // Both classes' impurities fall alike.
            var gain = 2 * SplitBound.LargestGain(largest / (double)_codes.Length, start + 1, block.Length, _codes.Length);
            var enough = Math.Max(_undivided - _best, found.Value);
            if (gain + Rounding * _codes.Length > enough) Search(block, start, Math.Max(0, minBucket - 1 - start), left);
            left += seconds;
        }
    }

    // A number that no absolute surplus at the block's cuts exceeds, and how many of its cases are of the second class.
    readonly (long Largest, int Seconds) Extend(ReadOnlySpan<byte> block, ref long surplus)
    {
        long cases = _codes.Length, expected = _seconds, running = surplus, high = 0, low = 0;
        var seconds = 0;
        for (; block.Length > 0; block = block[Math.Min(Stride, block.Length)..])
        {
            var few = block[..Math.Min(Stride, block.Length)];
            long ones = TensorPrimitives.Sum(few);
            high = Math.Max(high, running + ones * (cases - expected));
            low = Math.Min(low, running - (few.Length - ones) * expected);
            running += ones * cases - few.Length * expected;
            seconds += (int)ones;
        }
        surplus = running;
        return (Math.Max(high, -low), seconds);
    }

    void Search(ReadOnlySpan<byte> block, int start, int first, int left)
    {
        Span<int> codes = stackalloc int[block.Length];
        for (var i = 0; i < block.Length; i++) codes[i] = block[i];
        var ones = _memory[..block.Length];
        ones.Fill(1);
        var firsts = start - left;
        var scan = new GiniScan(_memory[GiniScan.Block..], [firsts, left], [_codes.Length - _seconds - firsts, _seconds - left]);
        var scores = scan.Next(codes, ones);
        for (var i = first; i < scores.Length; i++)
        {
            if (!(scores[i] < _best) || _values[_cases[start + i]] == _values[_cases[start + i + 1]]) continue;
            (_best, _cut, _low) = (scores[i], start + i, scan.LeftIsLower(i) ? Side.Left : Side.Right);
        }
    }
}
