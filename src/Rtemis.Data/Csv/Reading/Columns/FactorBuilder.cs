namespace Rtemis.Data.Csv;

/// <summary>Builds a factor of texts, its levels in their order.</summary>
sealed class FactorBuilder(string name, int rows) : ColumnBuilder(name, rows)
{
    readonly int[] _codes = new int[rows];
    readonly Dictionary<string, int> _levels = [];

    public override bool BlankIsMissing => false;

    public override string Kind => "text";

    public override bool TrySet(int row, Cell cell)
    {
        var level = cell.Text;
        if (!_levels.TryGetValue(level, out var code)) _levels.Add(level, code = _levels.Count);
        _codes[row] = code;
        return true;
    }

    public override void SetMissing(int row) => _codes[row] = FactorColumn.Missing;

    public override Column Build()
    {
        string[] levels = [.. _levels.Keys.Order(RootCollation.Instance)];
        var sorted = new int[levels.Length];
        for (var i = 0; i < levels.Length; i++) sorted[_levels[levels[i]]] = i;
        foreach (ref var code in _codes.AsSpan())
            if (code != FactorColumn.Missing) code = sorted[code];
        return new FactorColumn(Name, _codes, levels);
    }
}
