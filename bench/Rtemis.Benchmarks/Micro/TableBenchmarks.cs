using BenchmarkDotNet.Attributes;
using Rtemis.Data;

namespace Rtemis.Benchmarks.Micro;

/// <summary>Tables of 100,000 rows, twenty columns of numbers and one of text: Arrow and delimited text in and out, description.</summary>
[Config(typeof(MicroRuns))]
public class TableBenchmarks
{
    const int Rows = 100_000;
    const int Numbers = 20;

    Table _table = null!;
    byte[] _arrow = null!;
    byte[] _csv = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        var columns = Enumerable.Range(0, Numbers).Select(j => (Column)new DoubleColumn($"x{j}", Draws(random))).ToList();
        columns.Add(new FactorColumn("g", Enumerable.Range(0, Rows).Select(_ => random.Next(3)).ToArray(), ["a", "b", "c"]));
        _table = new Table([.. columns], Rows);
        using var arrow = new MemoryStream();
        ArrowStreamWriter.Write(_table, arrow);
        _arrow = arrow.ToArray();
        using var csv = new MemoryStream();
        CsvTableWriter.Write(_table, csv);
        _csv = csv.ToArray();
    }

    [Benchmark]
    public Table ReadArrow() => ArrowStreamReader.Read(_arrow);

    [Benchmark]
    public void WriteArrow() => ArrowStreamWriter.Write(_table, Stream.Null);

    [Benchmark]
    public Table ReadCsv() => CsvTableReader.Read(new MemoryStream(_csv));

    [Benchmark]
    public void WriteCsv() => CsvTableWriter.Write(_table, Stream.Null);

    [Benchmark]
    public TableDescription Describe() => TableSummary.Describe(_table);

    static double[] Draws(Random random) => [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
}
