using System.Text.Json.Serialization;

namespace Standoff.Questions;

/// <summary>Writes strings as JSON without reflection.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class KeptJson : JsonSerializerContext;
