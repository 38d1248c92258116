using System.Globalization;

namespace Rtemis.Learning.Parameters;

/// <summary>A value given for a parameter, before or after it was checked: what JSON can say and R tells apart.</summary>
public abstract record ParameterValue
{
    private protected ParameterValue()
    {
    }

    /// <summary>A search space of these values.</summary>
    public static ParameterValue Among(params IReadOnlyList<ParameterValue> values) => new Candidates(values);

    /// <summary>A true-or-false value.</summary>
    public static implicit operator ParameterValue(bool value) => new Logical(value);

    /// <summary>A whole number.</summary>
    public static implicit operator ParameterValue(int value) => new Integer(value);

    /// <summary>A double.</summary>
    public static implicit operator ParameterValue(double value) => new Number(value);

    /// <summary>A string.</summary>
    public static implicit operator ParameterValue(string value) => new Text(value);

    /// <summary>R's NULL: the parameter is left unset.</summary>
    public static ParameterValue Null { get; } = new None();

    /// <summary>R's name for the kind, as its messages show it: <c>&lt;NULL&gt;</c>, <c>&lt;integer&gt;</c>, ...</summary>
    public abstract string Kind { get; }

    /// <summary>The value as R source text, e.g. <c>3L</c>, <c>"a"</c>, <c>TRUE</c>.</summary>
    public abstract string Source { get; }

    /// <summary>Whether two values say the same; a whole number equals the double of its size.</summary>
    public virtual bool SameAs(ParameterValue other) => Equals(other);

    /// <summary>No value.</summary>
    public sealed record None : ParameterValue
    {
        /// <inheritdoc/>
        public override string Kind => "<NULL>";

        /// <inheritdoc/>
        public override string Source => "NULL";
    }

    /// <summary>True or false.</summary>
    public sealed record Logical(bool Value) : ParameterValue
    {
        /// <inheritdoc/>
        public override string Kind => "<logical>";

        /// <inheritdoc/>
        public override string Source => Value ? "TRUE" : "FALSE";
    }

    /// <summary>A whole number.</summary>
    public sealed record Integer(int Value) : ParameterValue
    {
        /// <inheritdoc/>
        public override string Kind => "<integer>";

        /// <inheritdoc/>
        public override string Source => Value.ToString(CultureInfo.InvariantCulture) + "L";

        /// <inheritdoc/>
        public override bool SameAs(ParameterValue other) => Equals(other) || other is Number n && n.Value == Value;
    }

    /// <summary>A double.</summary>
    public sealed record Number(double Value) : ParameterValue
    {
        /// <inheritdoc/>
        public override string Kind => "<double>";

        /// <inheritdoc/>
        public override string Source => Value.ToString("R", CultureInfo.InvariantCulture);

        /// <inheritdoc/>
        public override bool SameAs(ParameterValue other) => Equals(other) || other is Integer n && n.Value == Value;
    }

    /// <summary>A string.</summary>
    public sealed record Text(string Value) : ParameterValue
    {
        /// <inheritdoc/>
        public override string Kind => "<character>";

        /// <inheritdoc/>
        public override string Source => $"\"{Value}\"";
    }

    /// <summary>Several values of one kind, in order; also an empty list.</summary>
    public sealed record Vector(IReadOnlyList<ParameterValue> Items) : ParameterValue
    {
        /// <inheritdoc/>
        public override string Kind => Items.Count == 0 || Items.Any(i => i is Vector or Map) ? "<list>" : Items[0].Kind;

        /// <inheritdoc/>
        public override string Source => $"c({string.Join(", ", Items.Select(i => i.Source))})";

        /// <inheritdoc/>
        public override bool SameAs(ParameterValue other) =>
            other is Vector v && v.Items.Count == Items.Count && Items.Zip(v.Items).All(p => p.First.SameAs(p.Second));
    }

    /// <summary>Named values: a JSON object.</summary>
    public sealed record Map(IReadOnlyList<KeyValuePair<string, ParameterValue>> Items) : ParameterValue
    {
        /// <inheritdoc/>
        public override string Kind => "<list>";

        /// <inheritdoc/>
        public override string Source => $"list({string.Join(", ", Items.Select(i => $"{i.Key} = {i.Value.Source}"))})";

        /// <inheritdoc/>
        public override bool SameAs(ParameterValue other) =>
            other is Map m && m.Items.Count == Items.Count && Items.Zip(m.Items).All(p => p.First.Key == p.Second.Key && p.First.Value.SameAs(p.Second.Value));
    }

    /// <summary>A search space: the values to try for a tunable parameter.</summary>
    public sealed record Candidates(IReadOnlyList<ParameterValue> Items) : ParameterValue
    {
        /// <inheritdoc/>
        public override string Kind => "<rtemis::HyperparameterCandidates>";

        /// <inheritdoc/>
        public override string Source => $"tune_over({string.Join(", ", Items.Select(i => i.Source))})";
    }
}
