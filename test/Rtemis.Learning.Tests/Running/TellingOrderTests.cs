using Rtemis.Learning.Running;

namespace Rtemis.Learning.Tests.Running;

public sealed class TellingOrderTests
{
    readonly List<string> _told = [];

    [Fact]
    public void WhatIsSaidTooEarlyWaitsForItsTurn()
    {
        var order = new TellingOrder(3);
        Say(order, 1, "b1");
        Say(order, 0, "a1");
        Say(order, 2, "c1");
        order.End(2);
        Assert.Equal(["a1"], _told);
        order.End(0);
        Assert.Equal(["a1", "b1"], _told);
        Say(order, 1, "b2");
        Assert.Equal(["a1", "b1", "b2"], _told);
        order.End(1);
        Assert.Equal(["a1", "b1", "b2", "c1"], _told);
    }

    [Fact]
    public void BehindTheLastPartNothingIsTold()
    {
        var order = new TellingOrder(4);
        Say(order, 2, "c1");
        Say(order, 1, "b1");
        order.EndAll(1);
        order.End(1);
        Say(order, 3, "d1");
        order.End(0);
        Say(order, 2, "c2");
        Assert.Equal(["b1"], _told);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void PartsOfPartsAreToldInOrder(int threads)
    {
        var context = new RunContext(m => _told.Add(m.Text), threads, seed: 1);
        context.ForInOrder(3, (i, outer) =>
        {
            outer.Say($"{i}");
            outer.ForInOrder(3, (j, inner) =>
            {
                var step = inner.Begin("part", $"{i}.{j}");
                step.Complete();
                return true;
            });
            return true;
        });
        Assert.Equal(
            Enumerable.Range(0, 3).SelectMany(i => (IEnumerable<string>)[$"{i}", .. Enumerable.Range(0, 3).SelectMany(j => Enumerable.Repeat($"part {i}.{j}", 2))]),
            _told);
        Assert.Equal(Enumerable.Range(1, 9).Select(n => $"n{n}"), context.Timeline.Nodes.Select(n => n.Id));
    }

    [Fact]
    public void AnEndStopsThosePartsThatAreBehindIt()
    {
        var context = new RunContext(m => _told.Add(m.Text), threads: 3, seed: 1);
        var ran = new bool[100];
        var end = context.ForInOrder(100, (i, part) =>
        {
            part.Say($"{i}");
            ran[i] = true;
            return i < 5;
        });
        Assert.Equal(5, end);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], _told);
        Assert.DoesNotContain(false, ran[..6]);
    }

    void Say(TellingOrder order, int part, string text) => order.Tell(part, () => _told.Add(text));
}
