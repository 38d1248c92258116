namespace Rtemis.Data.Csv;

/// <summary>Builds a factor of texts, its levels in their order.</summary>
sealed class FactorBuilder(string name, int rows) : ColumnBuilder(name, rows)
{
    readonly int[] _codes = new int[rows];
    readonly LevelCodes _levels = new();

    public override bool BlankIsMissing => false;

    public override string Kind => "text";

    public override bool TrySet(int row, Cell cell)
    {
        _codes[row] = _levels.Of(cell.Text);
        return true;
    }

    public override void SetMissing(int row) => _codes[row] = FactorColumn.Missing;

    public override Column Build() => _levels.ToFactor(Name, _codes);
}
