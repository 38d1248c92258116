namespace Rtemis.Benchmarks.Cases;

/// <summary>Tables as R reads them.</summary>
static class TableFile
{
    /// <summary>Writes two whole numbers of 32 bits, rows and features, then the features and the outcome as doubles, column by column.</summary>
    public static void Write(string path, IReadOnlyList<double[]> features, double[] outcome)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(outcome.Length);
        writer.Write(features.Count);
        foreach (var column in features.Append(outcome))
            foreach (var value in column) writer.Write(value);
    }
}
