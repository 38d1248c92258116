using Rtemis.Data;
using Rtemis.Engines.Native.Documents;
using Rtemis.Learning.Parallel;

namespace Rtemis.Engines.Tests.Native;

public sealed class DataFingerprintTests
{
    static readonly Column X = new DoubleColumn("x", new[] { 1.0, 2 });
    static readonly Column F = new FactorColumn("f", new[] { 0, 1 }, ["a", "b"]);

    [Fact]
    public void TheSameDataHaveTheSameFingerprint()
    {
        Assert.Equal(Hash(X, F), Hash(X, F));
        Assert.Equal(64, Hash(X, F).Length);
        Assert.Equal(Hash(X, F), DataFingerprint.Of([X, F], 2, new WorkSplit(8, default)).Hash);
    }

    [Fact]
    public void WhateverDiffersCounts()
    {
        string[] hashes =
        [
            Hash(X, F), Hash(F, X), Hash(X), Hash(X.Rename("z"), F), Hash(new DoubleColumn("x", new[] { 1.0, 3 }), F),
            Hash(new IntegerColumn("x", new[] { 1, 2 }), F), Hash(X, new FactorColumn("f", new[] { 0, 1 }, ["a", "c"])),
            Hash(X, new FactorColumn("f", new[] { 0, 1 }, ["a", "b", "c"])), Hash(X, new FactorColumn("f", new[] { 0, -1 }, ["a", "b"])),
            Hash(X, new LogicalColumn("l", BitView.Pack(2, i => i == 0))), Hash(X, new LogicalColumn("l", BitView.Pack(2, i => i == 1))),
            Hash(X, new DateColumn("l", new[] { 1, 2 })), Hash(X, new DateTimeColumn("l", new[] { 1.0, 2 })),
            Hash(X, new DateTimeColumn("l", new[] { 1.0, 2 }, null, "UTC")),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void WhatAMissingCellHidesDoesNotCount()
    {
        var present = BitView.Pack(2, i => i == 0);
        Assert.Equal(Hash(new DoubleColumn("x", new[] { 1.0, 2 }, present)), Hash(new DoubleColumn("x", new[] { 1.0, 9 }, present)));
        Assert.NotEqual(Hash(new DoubleColumn("x", new[] { 1.0, 0 }, present)), Hash(new DoubleColumn("x", new[] { 1.0, 0 })));
    }

    static string Hash(params Column[] columns) => DataFingerprint.Of(columns, 2, new WorkSplit(1, default)).Hash;
}
