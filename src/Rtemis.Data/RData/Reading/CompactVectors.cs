using System.Globalization;

namespace Rtemis.Data.RData;

/// <summary>
/// The vectors that R keeps, and writes, in a shorter form ("ALTREP"): sequences, texts of numbers that nobody asked for yet, and vectors with a
/// note on whether they are sorted.
/// </summary>
static class CompactVectors
{
    const int LongestNumber = 24, LongestFixed = 330;

    public static RObject Expand(string className, PairCells state, IReadOnlyList<RAttributeValue> attributes, MemoryBudget budget) => className switch
    {
        "compact_intseq" => Integers(state, attributes, budget),
        "compact_realseq" => Doubles(state, attributes, budget),
        "deferred_string" => Texts(state, attributes, budget),
        "wrap_integer" or "wrap_logical" or "wrap_real" or "wrap_raw" or "wrap_string" or "wrap_list" => Wrapped(state, attributes),
        _ => throw new RDataFormatException($"A compact vector of class '{(className.Length > 64 ? className[..64] : className)}' is not read."),
    };

    static RInteger Integers(PairCells state, IReadOnlyList<RAttributeValue> attributes, MemoryBudget budget)
    {
        var (length, first, step) = Sequence(state, budget);
        if (!IsInteger(first) || !IsInteger(first + step * Math.Max(0, length - 1)))
            throw new RDataFormatException("A sequence of whole numbers leaves their range.");
        var (from, by) = ((int)first, (int)step);
        return new RInteger(new ComputedValues<int>(length, i => from + by * i)) { Attributes = attributes };
    }

    static RDouble Doubles(PairCells state, IReadOnlyList<RAttributeValue> attributes, MemoryBudget budget)
    {
        var (length, first, step) = Sequence(state, budget);
        return new RDouble(new ComputedValues<double>(length, i => first + step * i)) { Attributes = attributes };
    }

    // The elements take no memory before somebody asks for them, but then they do.
    static (int Length, double First, double Step) Sequence(PairCells state, MemoryBudget budget)
    {
        if (state is not { Values.Count: 0, Tail: RDouble { Length: 3 } numbers } || numbers.Values.ToArray() is not [var length, var first, var step])
            throw Damaged();
        if (!(length >= 0 && length <= int.MaxValue) || length != Math.Floor(length) || step is not (1 or -1)) throw Damaged();
        budget.Charge(sizeof(double) * (long)length);
        return ((int)length, first, step);
    }

    static bool IsInteger(double value) => value > int.MinValue && value <= int.MaxValue && value == Math.Floor(value);

    static RCharacter Texts(PairCells state, IReadOnlyList<RAttributeValue> attributes, MemoryBudget budget)
    {
        if (state is not { Values: [var numbers], Tail: RInteger { Length: 1 } penalty }) throw Damaged();
        var fixedPreference = penalty.Values.Span[0];
        budget.Charge((long)(numbers is RDouble { Length: var count } ? count : 0) * Math.Clamp(fixedPreference, 0, LongestFixed) * sizeof(char));
        return numbers switch
        {
            RInteger whole => Texts(whole, value => value == RMissing.Integer ? null : value.ToString(CultureInfo.InvariantCulture), attributes, budget),
            RDouble real => Texts(real, value => RMissing.IsMissing(value) ? null : NumberText.Of(value, fixedPreference), attributes, budget),
            _ => throw Damaged(),
        };
    }

    static RCharacter Texts<T>(RVector<T> numbers, Func<T, string?> text, IReadOnlyList<RAttributeValue> attributes, MemoryBudget budget)
        where T : unmanaged
    {
        budget.Charge((long)numbers.Length * (MemoryBudget.TextCost + LongestNumber * sizeof(char)));
        var texts = new string?[numbers.Length];
        var one = new T[1];
        for (var i = 0; i < texts.Length; i++)
        {
            numbers.Source.CopyTo(i, one);
            texts[i] = text(one[0]);
        }
        return new RCharacter(texts) { Attributes = attributes };
    }

    // The vector has its attributes inside where the note about it was made later.
    static RObject Wrapped(PairCells state, IReadOnlyList<RAttributeValue> attributes)
    {
        var inner = state.Values is [var first] ? first : state.Tail is RList { Values: [var element, ..] } ? element : throw Damaged();
        if (attributes.Count == 0) return inner;
        return inner switch
        {
            RLogical v => new RLogical(v.Source) { Attributes = attributes },
            RInteger v => new RInteger(v.Source) { Attributes = attributes },
            RDouble v => new RDouble(v.Source) { Attributes = attributes },
            RRaw v => new RRaw(v.Source) { Attributes = attributes },
            RCharacter v => new RCharacter(v.Values) { Attributes = attributes },
            RList v => new RList(v.Values) { Attributes = attributes },
            _ => throw Damaged(),
        };
    }

    static RDataFormatException Damaged() => new("A compact vector is damaged.");
}
