using System.Globalization;
using Rtemis.Data;

namespace Rtemis.Web.Tests.Reports;

/// <summary>The tables that reports are made of.</summary>
static class SampleTables
{
    /// <summary>A sample of the page: columns whose cells are all numbers, and factors.</summary>
    public static Table Sample(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(WebFolder.Root, "src", "tables", "samples", name + ".csv"));
        var names = Cells(lines[0]);
        var rows = lines.Skip(1).Where(l => l.Length > 0).Select(Cells).ToArray();
        return new Table([.. names.Select((n, c) => Column(n, [.. rows.Select(r => r[c])]))], rows.Length);
    }

    /// <summary>Patients with an outcome of two classes that their numbers tell something of.</summary>
    public static Table Patients(int rows)
    {
        var random = new Random(7);
        var (age, bmi, glucose, ill) = (new double[rows], new double[rows], new double[rows], new int[rows]);
        for (var i = 0; i < rows; i++)
        {
            (age[i], bmi[i], glucose[i]) = (Math.Round(25 + (55 * random.NextDouble())), Round(19 + (18 * random.NextDouble())), Round(70 + (90 * random.NextDouble())));
            var risk = ((age[i] - 50) / 15) + ((bmi[i] - 27) / 5) + ((glucose[i] - 110) / 25);
            ill[i] = random.NextDouble() < 1 / (1 + Math.Exp(-risk)) ? 1 : 0;
        }
        return new Table(
            [new DoubleColumn("age", age), new DoubleColumn("bmi", bmi), new DoubleColumn("glucose", glucose), new FactorColumn("diabetes", ill, ["no", "yes"])], rows);
    }

    /// <summary>Names and levels that mean something to a browser, and are none of that here.</summary>
    public static Table Hostile()
    {
        string[] texts =
        [
            "</script><script>window.ran=[1]</script>", "<!--<script>", "<img src=x onerror=\"window.ran=[2]\">", "__proto__", "constructor", "a\u2028b\u2029c",
            "]]>", "{{7*7}}", "\"'`\\", "\u202Eright to left", "&lt;b&gt;", "  spaces  ",
        ];
        const int Rows = 120;
        var columns = texts.Select((t, c) => (Column)new DoubleColumn(t, Enumerable.Range(0, Rows).Select(r => (double)((r * (c + 3)) % 17)).ToArray()));
        return new Table([.. columns, new FactorColumn("<b>class</b>", Enumerable.Range(0, Rows).Select(r => r % 3).ToArray(), texts[..3])], Rows);
    }

    static Column Column(string name, string[] cells)
    {
        if (cells.All(c => double.TryParse(c, CultureInfo.InvariantCulture, out _)))
            return new DoubleColumn(name, cells.Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray());
        var levels = cells.Distinct().Order(StringComparer.Ordinal).ToList();
        return new FactorColumn(name, cells.Select(c => levels.IndexOf(c)).ToArray(), levels);
    }

    static string[] Cells(string line) => [.. line.Split(',').Select(c => c.Trim('"'))];

    static double Round(double value) => Math.Round(value, 1);
}
