using System.Runtime.InteropServices;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tuning;

/// <summary>The sentences that announce a search.</summary>
static class TuningAnnouncement
{
    const string Stage = "tuning_intro";

    /// <summary>Says what will be tried on how many resamples.</summary>
    public static void Tell(TrainingPlan plan, SupervisedData data, RunContext context)
    {
        var search = plan.Search!;
        var resampler = search.Config.Resampler;
        var combinations = search.Config.Tried(TuningGrid.Of(search.Hyperparameters).Rows.Count);
        // Leave-one-out has as many as there are cases.
        long resamples = resampler.Count ?? data.Rows;
        context.Say($"<> Tuning {plan.Learner.Algorithm} by {search.Config.Description} with {resampler.Description}...", Stage);
        context.Say(
            $"{combinations} parameter combination{(combinations == 1 ? "" : "s")} x {resamples} resamples: {combinations * resamples} models total " +
            $"({Platform}).", Stage);
    }

    // As R names the machine.
    static string Platform
    {
        get
        {
            var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64";
            if (OperatingSystem.IsWindows()) return $"{processor}-w64-mingw32";
            return OperatingSystem.IsMacOS() ? $"{processor}-apple-darwin" : $"{processor}-pc-linux-gnu";
        }
    }
}
