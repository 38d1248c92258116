namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Sends a node's training cases to its children, those that miss the splitting variable by surrogates or with the majority.
/// </summary>
sealed class CaseRouter(CartSample sample, CaseOrder order, CartParameters parameters)
{
    readonly Side[] _sides = new Side[sample.Rows];

    /// <summary>The side of each case of the node routed last.</summary>
    public Side[] Sides => _sides;

    /// <summary>Sends the cases that have the splitting variable; returns the weight on each side.</summary>
    public SideWeights RouteKnown(NodeRange node, SplitRule rule)
    {
        var values = sample.Values[rule.Variable].Span;
        var known = new SideWeights();
        foreach (var i in order.All(rule.Variable, node))
        {
            _sides[i] = rule.SideOf(values[i]);
            known.Add(_sides[i], sample.Weights[i]);
        }
        return known;
    }

    /// <summary>Sends the others, as far as the parameters let them go.</summary>
    public void RouteMissing(NodeRange node, SplitRule rule, Surrogate[] surrogates, SideWeights known)
    {
        if (parameters.UseSurrogate == 0) return;
        var present = order.Present(rule.Variable, node).Length;
        foreach (var i in order.All(rule.Variable, node)[present..])
        {
            _sides[i] = BySurrogate(i, surrogates);
            if (_sides[i] == Side.Unknown && parameters.UseSurrogate == 2) _sides[i] = known.Right > known.Left ? Side.Right : Side.Left;
        }
    }

    Side BySurrogate(int i, Surrogate[] surrogates)
    {
        foreach (var surrogate in surrogates)
        {
            var side = surrogate.Rule.SideOf(sample.Values[surrogate.Rule.Variable].Span[i]);
            if (side != Side.Unknown) return side;
        }
        return Side.Unknown;
    }
}
