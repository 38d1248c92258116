using Rtemis.Data;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>A column of a design matrix; it copies nothing until it is read.</summary>
abstract record DesignColumn
{
    public abstract void Read(int start, Span<double> target);

    /// <summary>All values; a view where they are stored in that form.</summary>
    public virtual ReadOnlyMemory<double> All(int rows)
    {
        var values = new double[rows];
        Read(0, values);
        return values;
    }

    /// <summary>All ones.</summary>
    public sealed record Intercept : DesignColumn
    {
        public override void Read(int start, Span<double> target) => target.Fill(1);
    }

    /// <summary>A feature's numbers.</summary>
    public sealed record Numbers(ReadOnlyMemory<double> Values) : DesignColumn
    {
        public override void Read(int start, Span<double> target) => Values.Span.Slice(start, target.Length).CopyTo(target);

        public override ReadOnlyMemory<double> All(int rows) => Values;
    }

    /// <summary>1 where a factor has a level, else 0; NaN where it is missing.</summary>
    public sealed record Indicator(int[] Codes, int Code) : DesignColumn
    {
        public override void Read(int start, Span<double> target)
        {
            var codes = Codes.AsSpan(start, target.Length);
            for (var i = 0; i < codes.Length; i++) target[i] = codes[i] == Code ? 1 : codes[i] == FactorColumn.Missing ? double.NaN : 0;
        }
    }
}
