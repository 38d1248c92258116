using Rtemis.Load.Report;
using Rtemis.Load.Servers;

namespace Rtemis.Load.Scenarios;

/// <summary>How soon a started server answers, and what it takes while nobody wants anything.</summary>
sealed class StartScenario : IScenario
{
    const int Rounds = 7;
    const double StartGoal = 0.6;
    const double IdleGoal = 0.5;
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Watching = TimeSpan.FromSeconds(10);

    public string Name => "start";

    public IEnumerable<Figure> Run()
    {
        var (times, work) = (new Sample(), new Sample());
        for (var round = 0; round < Rounds; round++)
        {
            using var server = BuiltServer.Start();
            work.Add(server.ProcessorTime);
            times.Add(server.TimeToListening);
        }
        yield return new(
            "start to listening", $"{times.Median / 1e3:0.00} s", $"< {StartGoal} s",
            times.Median / 1e3 < StartGoal, $"median of {Rounds}, from the start of the process to the first answer of `/health`; " +
            $"best {times.Best / 1e3:0.00} s; {work.Median / 1e3:0.00} s of processor time");
        yield return Idle();
    }

    static Figure Idle()
    {
        using var server = BuiltServer.Start();
        using var connection = server.Attach("idle", make: true);
        Thread.Sleep(Settling);
        var before = server.ProcessorTime;
        Thread.Sleep(Watching);
        var share = 100 * (server.ProcessorTime - before) / Watching;
        return new(
            "idle processor use", $"{share:0.0} %", "about zero", share < IdleGoal,
            $"of one core over {Watching.TotalSeconds} s, with one attached connection and the heartbeats");
    }
}
