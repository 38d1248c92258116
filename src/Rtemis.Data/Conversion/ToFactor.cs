using System.Globalization;

namespace Rtemis.Data;

/// <summary>Makes factors of other columns: a level for each distinct value that is present, in the values' order.</summary>
static class ToFactor
{
    const string Type = "factor";

    public static FactorColumn Of(Column column) => column switch
    {
        LogicalColumn logical => OfLogicals(logical),
        TextColumn texts => OfTexts(texts),
        IntegerColumn => OfNumbers(column, number => ((int)number).ToString(CultureInfo.InvariantCulture)),
        DateColumn => OfNumbers(column, days => DayText(column.Name, days)),
        DateTimeColumn => OfNumbers(column, seconds => TimeText(column.Name, seconds)),
        _ => OfNumbers(column, NumberText.Of),
    };

    static FactorColumn OfLogicals(LogicalColumn column)
    {
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = column.IsMissing(row) ? FactorColumn.Missing : column.Values[row] ? 1 : 0;
        return new FactorColumn(column.Name, codes, ["FALSE", "TRUE"]);
    }

    static FactorColumn OfTexts(TextColumn column)
    {
        var levels = new LevelCodes();
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = column.Values.Span[row] is { } text ? levels.Of(text) : FactorColumn.Missing;
        return levels.ToFactor(column.Name, codes);
    }

    static FactorColumn OfNumbers(Column column, Func<double, string> text)
    {
        var numbers = ToDouble.Of(column);
        double[] distinct = [.. Enumerable.Range(0, numbers.Length).Where(IsPresent).Select(Value).Distinct().Order()];
        var levels = new List<string>(distinct.Length);
        var codeOf = new int[distinct.Length];
        for (var i = 0; i < distinct.Length; i++)
        {
            // Numbers that differ beyond the digits which are written are one level; they are neighbours.
            var level = text(distinct[i]);
            if (levels.Count == 0 || levels[^1] != level) levels.Add(level);
            codeOf[i] = levels.Count - 1;
        }
        var codes = new int[numbers.Length];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = IsPresent(row) ? codeOf[Array.BinarySearch(distinct, Value(row))] : FactorColumn.Missing;
        return new FactorColumn(column.Name, codes, levels);

        // Adding zero makes one of the two zeros.
        double Value(int row) => numbers.Values.Span[row] + 0.0;
        bool IsPresent(int row) => !numbers.IsMissing(row) && !double.IsNaN(numbers.Values.Span[row]);
    }

    static string DayText(string column, double days) => IsoText.Day(days) ?? throw Beyond(column, days, "days");

    static string TimeText(string column, double seconds) => IsoText.Time(seconds) ?? throw Beyond(column, seconds, "seconds");

    static ColumnConversionException Beyond(string column, double value, string unit) =>
        ColumnConversionException.Of(column, Type, $"{NumberText.Of(value)} {unit} since 1970", IsoText.Bounds);
}
