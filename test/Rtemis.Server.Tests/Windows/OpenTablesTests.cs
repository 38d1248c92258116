using Rtemis.Data;
using Rtemis.Server.Tables;

namespace Rtemis.Server.Tests.Windows;

public sealed class OpenTablesTests : IDisposable
{
    static readonly SortKey[] ByFirst = [new("x0")];

    readonly string _folder = Directory.CreateTempSubdirectory("rtemis-open-").FullName;
    readonly OpenTables _tables = new(TimeProvider.System);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _tables.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    string Write(string name, int rows = 10)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Tables.Arrow(Tables.Random(rows, 2)));
        return path;
    }

    Table Look(string path)
    {
        using var use = _tables.Use(path);
        return use.Table;
    }

    static double First(Table table) => ((DoubleColumn)table.Columns[0]).Values.Span[0];

    [Fact]
    public void ATableIsOpenedOnceForAllThatLook()
    {
        var path = Write("a");
        using var one = _tables.Use(path);
        using var two = _tables.Use(path);
        Assert.Same(one.Table, two.Table);
        Assert.Same(one.Table, Look(path));
    }

    [Fact]
    public void TheTablesUsedLastAreKeptAndOthersClosed()
    {
        string[] paths = [.. Enumerable.Range(0, OpenTables.MostKept + 1).Select(i => Write($"t{i}"))];
        Table[] tables = [.. paths.Select(Look)];
        Assert.Throws<ObjectDisposedException>(() => First(tables[0]));
        Assert.All(tables[1..], table => First(table));
    }

    [Fact]
    public void WhatIsInUseStaysOpenWhenItIsForgottenOrPushedOut()
    {
        var path = Write("a");
        var use = _tables.Use(path);
        _tables.Forget(path);
        for (var i = 0; i <= OpenTables.MostKept; i++) Look(Write($"t{i}"));
        var table = use.Table;
        First(table);
        use.Dispose();
        Assert.Throws<ObjectDisposedException>(() => First(table));
    }

    [Fact]
    public void AFolderIsForgottenWithAllThatIsInIt()
    {
        var (inside, beside) = (Look(Write("job/a.arrow")), Look(Write("jobs")));
        _tables.Forget(Path.Combine(_folder, "job"));
        Assert.Throws<ObjectDisposedException>(() => First(inside));
        First(beside);
    }

    [Fact]
    public void WhatNobodyUsedForLongIsClosedButNotWhatIsInUse()
    {
        var idle = Look(Write("a"));
        using var use = _tables.Use(Write("b"));
        _tables.DropUnused(TimeProvider.System.GetUtcNow().AddHours(1));
        Assert.Throws<ObjectDisposedException>(() => First(idle));
        First(use.Table);
    }

    [Fact]
    public void AnOrderIsWorkedOutOnce()
    {
        using var use = _tables.Use(Write("a", 1000));
        var order = use.Order(ByFirst, Cancellation);
        Assert.Equal(RowOrder.Of(use.Table, ByFirst, Cancellation), order.ToArray());
        Assert.True(order.Equals(use.Order([new("x0")], Cancellation)));
        Assert.False(order.Equals(use.Order([new("x0", Descending: true)], Cancellation)));
    }

    [Fact]
    public void OrdersAreKeptWithinTheBoundAndGoWithTheirTable()
    {
        var cache = new RowOrderCache();
        var table = new OpenTable("a", cache);
        var third = new int[RowOrderCache.MostRows / 3];
        cache.Keep(table, [new("a")], third);
        cache.Keep(table, [new("b")], third);
        cache.Keep(table, [new("c")], third);
        Assert.NotNull(cache.Find(table, [new("a")]));
        cache.Keep(table, [new("d")], third);
        Assert.Null(cache.Find(table, [new("b")]));
        Assert.NotNull(cache.Find(table, [new("a")]));
        Assert.Null(cache.Find(new OpenTable("b", cache), [new("a")]));
        table.Close();
        Assert.Null(cache.Find(table, [new("a")]));
    }

    [Fact]
    public void AFileThatIsNoTableIsRefusedEachTime()
    {
        var path = Path.Combine(_folder, "junk");
        File.WriteAllBytes(path, [1, 2, 3]);
        Assert.Throws<ArrowFormatException>(() => _tables.Use(path));
        File.Delete(path);
        Write("junk");
        First(Look(path));
    }
}
