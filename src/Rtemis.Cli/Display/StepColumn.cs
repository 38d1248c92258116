using Spectre.Console;
using Spectre.Console.Rendering;

namespace Rtemis.Cli.Display;

/// <summary>What a bar is for, with the blanks before it that show its depth.</summary>
sealed class StepColumn : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Markup(task.Description).Overflow(Overflow.Ellipsis).LeftJustified();
}
