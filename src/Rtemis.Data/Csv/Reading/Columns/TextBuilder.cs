namespace Rtemis.Data.Csv;

/// <summary>Builds a column of text.</summary>
sealed class TextBuilder(string name, int rows) : ColumnBuilder(name, rows)
{
    readonly string?[] _values = new string?[rows];

    public override bool BlankIsMissing => false;

    public override string Kind => "text";

    public override bool TrySet(int row, Cell cell)
    {
        _values[row] = cell.Text;
        return true;
    }

    // Every cell is missing until it is set.
    public override void SetMissing(int row)
    {
    }

    public override Column Build() => new TextColumn(Name, _values);
}
