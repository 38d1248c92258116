using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Rtemis.Server.Dialogs;

/// <summary>A dialog's program while it is open.</summary>
static class DialogProcess
{
    const int LongestOutput = 32 << 10;

    // Something that the program left behind may keep its output open.
    static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs it until the person has answered. When nobody waits for that any more, it is killed with all that it started.</summary>
    /// <returns>What it said, or null when there is no such program.</returns>
    public static async Task<DialogAnswer?> RunAsync(ProcessStartInfo program, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = program };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput, output, done.Token), ReadAsync(process.StandardError, errors, done.Token));
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            done.CancelAfter(OutputGrace);
            await reading.ConfigureAwait(false);
            return new DialogAnswer(program.FileName, process.ExitCode, output.ToString(), errors.ToString());
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await done.CancelAsync().ConfigureAwait(false);
        }
    }

    // Takes all, so that the program never waits, and keeps as much as a path may have.
    static async Task ReadAsync(StreamReader reader, StringBuilder kept, CancellationToken cancellation)
    {
        var buffer = new char[1024];
        try
        {
            while (await reader.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
                kept.Append(buffer, 0, Math.Min(count, LongestOutput - kept.Length));
        }
        catch (OperationCanceledException)
        {
            // What was read so far has to do.
        }
    }
}
