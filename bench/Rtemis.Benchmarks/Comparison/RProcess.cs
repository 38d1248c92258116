using System.Diagnostics;
using System.Globalization;

namespace Rtemis.Benchmarks.Comparison;

/// <summary>R, answering requests as <c>serve.R</c> describes them.</summary>
sealed class RProcess : IDisposable
{
    const string Mark = "= ";

    readonly Process _process;

    RProcess(Process process) => _process = process;

    /// <summary>The process.</summary>
    public Process Process => _process;

    /// <summary>Starts it.</summary>
    /// <param name="learners">The file of what it can fit.</param>
    /// <exception cref="InvalidOperationException">R is not installed.</exception>
    public static RProcess Start(string learners)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "R");
        var start = new ProcessStartInfo("Rscript", ["--vanilla", Path.Combine(folder, "serve.R"), Path.Combine(folder, learners)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        try
        {
            return new RProcess(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("The comparison needs R: the command Rscript was not found.", e);
        }
    }

    /// <summary>Chooses a learner; returns what R lacks for it, or nothing.</summary>
    public string Use(string name, string hyperparameters) => Ask("use", name, hyperparameters);

    /// <summary>Reads a table.</summary>
    public void Read(string path, bool classes) => Ask("table", path, classes ? "1" : "0");

    /// <summary>Fits; returns the seconds that it took.</summary>
    public double Fit() => Seconds(Ask("fit"));

    /// <summary>Predicts into a file; returns the seconds that it took.</summary>
    public double Predict(string path) => Seconds(Ask("predict", path));

    public void Dispose()
    {
        // The end of its input ends it.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    static double Seconds(string answer) => double.Parse(answer, CultureInfo.InvariantCulture);

    string Ask(params string[] fields)
    {
        _process.StandardInput.WriteLine(string.Join('\t', fields));
        _process.StandardInput.Flush();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (!line.StartsWith(Mark, StringComparison.Ordinal)) continue;
            var answer = line[Mark.Length..].Trim();
            return answer.StartsWith("error ", StringComparison.Ordinal) ? throw new InvalidOperationException($"R: {answer}") : answer;
        }
        throw new InvalidOperationException("R ended.");
    }
}
