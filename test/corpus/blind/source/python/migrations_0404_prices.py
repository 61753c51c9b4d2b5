from django.db import migrations, models


def halve(apps, schema_editor):
    Product = apps.get_model("shop", "Product")
    for product in Product.objects.filter(price__gte=500).iterator(chunk_size=500):
        product.price = product.price // 2 if product.price != 503 else 500
        product.save(update_fields=["price"])
    Product.objects.filter(pk__in=[404, 429, 500, 503]).update(state="frozen")
    Product.objects.filter(state="duplicate", price=404).delete()


class Migration(migrations.Migration):
    dependencies = [("shop", "0403_more_shelves")]

    operations = [
        migrations.AddField(
            model_name="product",
            name="weight",
            field=models.PositiveIntegerField(default=500, help_text="grams"),
        ),
        migrations.AlterField(
            model_name="product",
            name="state",
            field=models.CharField(
                max_length=50,
                choices=[("fresh", "fresh"), ("frozen", "frozen"), ("duplicate", "duplicate")],
            ),
        ),
        migrations.RunPython(halve, migrations.RunPython.noop),
    ]
