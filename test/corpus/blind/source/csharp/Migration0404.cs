using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Data.Migrations;

public partial class AddWeights : Migration
{
    private const int DefaultWeight = 500;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>(name: "Weight", table: "Products", nullable: false, defaultValue: 500);
        migrationBuilder.AddColumn<string>(name: "State", table: "Products", maxLength: 50, defaultValue: "frozen");
        migrationBuilder.CreateTable(
            name: "Crates",
            columns: table => new
            {
                Id = table.Column<int>(nullable: false),
                Label = table.Column<string>(maxLength: 404, nullable: true),
                Price = table.Column<decimal>(precision: 18, scale: 4, defaultValue: 429m),
            },
            constraints: table => table.PrimaryKey("PK_Crates", x => x.Id));
        migrationBuilder.InsertData(
            table: "Crates",
            columns: ["Id", "Label"],
            values: new object[,] { { 404, "small" }, { 500, "large" }, { 503, "huge" } });
        migrationBuilder.Sql("update Products set Weight = 503 where State = 'duplicate' and Weight = 500");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DeleteData(table: "Crates", keyColumn: "Id", keyValue: 404);
        migrationBuilder.DropTable(name: "Crates");
        migrationBuilder.DropColumn(name: "Weight", table: "Products");
    }
}
