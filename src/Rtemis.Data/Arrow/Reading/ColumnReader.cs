namespace Rtemis.Data.Arrow;

/// <summary>
/// Makes a column of its chunks: a view of the input where one chunk has the column's own layout, else one copy of the exact size.
/// </summary>
static class ColumnReader
{
    public static Column Read(ColumnChunks chunks, DictionaryStore dictionaries, IComparer<string> levelOrder, ReadBudget budget)
    {
        var name = chunks.Field.Name;
        if (chunks.Field.Encoding is { } encoding)
            return FactorReader.FromPositions(chunks, encoding.Index, dictionaries.Levels(encoding.Id));
        return chunks.Field.Type switch
        {
            ArrowType.Text text => FactorReader.FromText(chunks, text.Layout, levelOrder, budget),
            ArrowType.Bool => new LogicalColumn(name, chunks.Bits(), chunks.Validity()),
            ArrowType.Null => AllMissing(name, chunks.Rows),
            ArrowType.Int whole => NumberReader.Read(chunks, whole),
            ArrowType.Float real => NumberReader.Read(chunks, real),
            ArrowType.Decimal exact => NumberReader.Read(chunks, exact),
            ArrowType.Date date => TimeReader.Read(chunks, date),
            ArrowType.Timestamp time => TimeReader.Read(chunks, time),
            var type => Throw.Column<Column>(name, $"its type, {TypeReader.Describe(type)}, cannot be read."),
        };
    }

    static LogicalColumn AllMissing(string name, int rows)
    {
        var clear = new BitView(new byte[(rows + 7) / 8], 0, rows);
        return new LogicalColumn(name, clear, clear);
    }
}
