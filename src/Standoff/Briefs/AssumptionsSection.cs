using Standoff.Crises;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>Every parameter of the model with its grounds.</summary>
internal static class AssumptionsSection
{
    public static Section Write(BriefMaterial material) => new("assumptions", "Assumption register",
    [
        new Block.Paragraph(Prose.Of($"Of {Count(material)} parameters, {Moved(material)} {(material.Crisis.Parameters.Count(HasEvidence) == 1 ? "was" : "were")} moved by claims; all others stand at their defaults and can be edited in {new Inline.Code("crisis.yaml")}.")),
        new Block.Table(new Grid("Parameters", [new("Parameter"), new("Value", true), new("Before the claims", true), new("Unit"), new("Grounds"), new("Why")],
            [.. material.Crisis.Parameters.Select(p => Row(Prose.Words(BriefMaterial.Capital(BriefMaterial.Named(p.Name))), Prose.Number(material.Value(p)), Prose.Number(material.Prior(p)), Prose.Words(p.Unit), Prose.Words(p.Grounds.ToString().ToLowerInvariant()), Prose.Of($"{p.Reason} {material.Links(p.Claims)}")))])),
    ]);

    private static NumberNode Count(BriefMaterial material) => material.Count("parameters", "Parameters of the model", material.Crisis.Parameters.Length, "Rows of the parameter table.", [], "parameter table");

    private static bool HasEvidence(Parameter parameter) => !parameter.Evidence.IsDefaultOrEmpty;

    private static NumberNode Moved(BriefMaterial material) => material.Count("moved", "Parameters moved by claims", material.Crisis.Parameters.Count(HasEvidence), "Parameters with at least one item of evidence.",
        [.. material.Crisis.Parameters.Where(p => !p.Claims.IsDefault).SelectMany(p => p.Claims)], "parameter table");
}
