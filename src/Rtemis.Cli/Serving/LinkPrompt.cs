using Rtemis.Server;

namespace Rtemis.Cli.Serving;

/// <summary>
/// Prints a new address each time that Enter is pressed in the terminal where the server runs. It works on a thread that no exit waits for, and
/// leaves any other kind of standard input alone.
/// </summary>
static class LinkPrompt
{
    /// <summary>Whether there is a person at a keyboard.</summary>
    public static bool IsPossible => !Console.IsInputRedirected;

    /// <summary>Listens from now on until the program or the input ends.</summary>
    public static void Start(PageLinks links) => new Thread(() => Run(links)) { IsBackground = true, Name = nameof(LinkPrompt) }.Start();

    static void Run(PageLinks links)
    {
        try
        {
            while (TerminalInput.WaitForEnter()) Console.WriteLine(Banner.OpenLine(links.New()));
        }
        catch (Exception e) when (e is IOException or TypeLoadException)
        {
            // The terminal is gone, or the system has no such calls: the server goes on without the prompt.
        }
    }
}
