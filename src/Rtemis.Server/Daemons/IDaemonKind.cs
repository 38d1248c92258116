using Rtemis.Daemon;

namespace Rtemis.Server.Daemons;

/// <summary>How the daemons of one engine are started, and what their jobs want around them.</summary>
interface IDaemonKind
{
    /// <summary>The engine's name.</summary>
    string Engine { get; }

    /// <summary>The program, for messages.</summary>
    string Program { get; }

    /// <summary>Starts a process that may have so much memory.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program can't be started.</exception>
    DaemonLink Launch(MemoryLimit? memory);

    /// <summary>Makes ready what the daemon reads; gives the job as the daemon is told it.</summary>
    Assignment Prepare(Assignment job, CancellationToken cancellation);

    /// <summary>Makes the result folder of what the daemon has left.</summary>
    /// <param name="job">The job as the server has it.</param>
    /// <param name="told">The job as the daemon was told it.</param>
    /// <param name="cancellation">Ends it.</param>
    void Collect(Assignment job, Assignment told, CancellationToken cancellation);

    /// <summary>Removes what is left of <see cref="Prepare"/>, however the job ended.</summary>
    void CleanUp(Assignment job);
}
