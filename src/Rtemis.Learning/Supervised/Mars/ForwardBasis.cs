namespace Rtemis.Learning.Supervised.Mars;

/// <summary>The terms so far, in slots, and how often each column is used.</summary>
sealed class ForwardBasis
{
    readonly MarsSample _sample;
    readonly int[] _uses;

    /// <summary>Starts with the intercept.</summary>
    public ForwardBasis(MarsSample sample)
    {
        _sample = sample;
        _uses = new int[sample.Columns.Columns];
        Slots.Add(new BasisSlot(MarsTerm.Intercept, sample.RootWeights ?? Enumerable.Repeat(1.0, sample.Rows).ToArray(), true));
    }

    public List<BasisSlot> Slots { get; } = [];

    /// <summary>Whether no term uses a column yet.</summary>
    public bool IsNew(int column) => _uses[column] == 0;

    /// <summary>
    /// Whether a parent times a column may be new to the space that the terms span: then the column is tried as it is, and a hinge brings its mirror
    /// image along.
    /// </summary>
    public bool IsNewForm(int column, int parent)
    {
        var any = false;
        foreach (var slot in Slots.Skip(1).Where(s => s.Used))
        {
            any = true;
            if (!slot.Term.Uses(column) || !slot.Term.UsesSameBut(column, Slots[parent].Term)) return true;
        }
        return !any;
    }

    /// <summary>A parent's product with a factor, not yet added.</summary>
    public BasisSlot Extend(int parent, HingeFactor factor, bool used)
    {
        var (from, x) = (Slots[parent].Values, _sample.Columns.ColumnMemory(factor.Column));
        var values = new double[from.Length];
        for (var i = 0; i < values.Length; i++) values[i] = from[i] * factor.At(x.Span[i]);
        return new BasisSlot(Slots[parent].Term.Times(factor), values, used);
    }

    /// <summary>A second slot that stays empty.</summary>
    public BasisSlot Empty() => new(MarsTerm.Intercept, new double[_sample.Rows], false);

    /// <summary>Adds the two slots of a step.</summary>
    public void Add(int column, BasisSlot first, BasisSlot second)
    {
        _uses[column]++;
        Slots.Add(first);
        Slots.Add(second);
    }
}
