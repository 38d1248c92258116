using System.Buffers;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// For each variable, all cases in the order of its values, those that miss it last (a factor's in their own order). A node is one range of
/// positions, the same in every variable; splitting a node moves its cases within the range and keeps their order, so nothing is sorted
/// twice.
/// </summary>
sealed class CaseOrder
{
    readonly CartSample _sample;
    readonly VariableLoop _loop;
    readonly int[][] _order;

    public CaseOrder(CartSample sample, VariableLoop loop)
    {
        _sample = sample;
        _loop = loop;
        _order = new int[sample.Variables.Length][];
        loop.Run(sample.Rows, variable => _order[variable] = Sort(variable));
    }

    CaseOrder(CaseOrder other)
    {
        (_sample, _loop) = (other._sample, other._loop);
        _order = new int[other._order.Length][];
        _loop.Run(_sample.Rows, variable => _order[variable] = [.. other._order[variable]]);
    }

    /// <summary>The same order, which goes its own ways from here.</summary>
    public CaseOrder Copy() => new(this);

    /// <summary>The node's cases in the order of a variable, those that miss it included.</summary>
    public ReadOnlySpan<int> All(int variable, NodeRange node) => _order[variable].AsSpan(node.Start, node.Count);

    /// <summary>The node's cases that have the variable, in its order.</summary>
    public ReadOnlySpan<int> Present(int variable, NodeRange node)
    {
        var cases = All(variable, node);
        if (!_sample.HasMissing[variable]) return cases;
        var values = _sample.Values[variable].Span;
        int low = 0, high = cases.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (double.IsNaN(values[cases[middle]])) high = middle;
            else low = middle + 1;
        }
        return cases[..low];
    }

    /// <summary>
    /// Those that also have weight: the others count neither towards a split's buckets nor for a surrogate, and a side made of them would
    /// have no mean.
    /// </summary>
    public ReadOnlySpan<int> Evidence(int variable, NodeRange node)
    {
        var cases = Present(variable, node);
        return _sample.HasZeroWeights ? cases.ToArray().Where(i => _sample.Weights[i] > 0).ToArray() : cases;
    }

    /// <summary>
    /// Moves the node's cases that go left to the front of its range, those that go right behind them, and the rest to its end.
    /// </summary>
    public (NodeRange Left, NodeRange Right) Split(NodeRange node, Side[] sides)
    {
        int left = 0, right = 0;
        foreach (var i in All(0, node))
        {
            if (sides[i] == Side.Left) left++;
            else if (sides[i] == Side.Right) right++;
        }
        _loop.Run(node.Count, variable =>
        {
            var cases = _order[variable].AsSpan(node.Start, node.Count);
            BringForward(cases, sides, Side.Left);
            if (left + right < node.Count) BringForward(cases[left..], sides, Side.Right);
        });
        return (new NodeRange(node.Start, left), new NodeRange(node.Start + left, right));
    }

    static void BringForward(Span<int> cases, Side[] sides, Side side)
    {
        var buffer = ArrayPool<int>.Shared.Rent(cases.Length);
        int front = 0, rest = 0;
        // Both places are written and one of the counters moves: sides are random, and a branch on them would be mispredicted half of the
        // time.
        for (var i = 0; i < cases.Length; i++)
        {
            var chosen = cases[i];
            cases[front] = chosen;
            buffer[rest] = chosen;
            var match = sides[chosen] == side ? 1 : 0;
            front += match;
            rest += 1 - match;
        }
        buffer.AsSpan(0, rest).CopyTo(cases[front..]);
        ArrayPool<int>.Shared.Return(buffer);
    }

    int[] Sort(int variable)
    {
        var values = _sample.Values[variable].Span;
        var order = new int[values.Length];
        var keys = ArrayPool<double>.Shared.Rent(values.Length);
        var present = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            keys[present] = values[i];
            order[present++] = i;
        }
        if (!_sample.Variables[variable].IsFactor && !DistinctSort.TrySort(keys.AsSpan(0, present), order.AsSpan(0, present)))
            CaseSort.Sort(keys.AsSpan(0, present), order.AsSpan(0, present));
        ArrayPool<double>.Shared.Return(keys);
        if (present == order.Length) return order;
        for (var i = 0; i < values.Length; i++)
            if (double.IsNaN(values[i])) order[present++] = i;
        return order;
    }
}

/// <summary>The positions of a node's cases in every variable's order.</summary>
readonly record struct NodeRange(int Start, int Count);
